# 五条命令：make run、make test、make acceptance、make benchmark（向量检索的快慢）、make check（静态检查）。
# 第一次会先装好 .venv。
VENV    := .venv
BIN     := $(VENV)/bin
READY   := $(VENV)/.ready
PYTHON  ?= $(shell command -v python3.11 || command -v python3)
TORCH   := $(shell grep '^torch==' requirements.lock)
# 本机的 pip 找不到 CPU 版 torch 时：make run TORCH_INDEX=<PyTorch 的 CPU 安装源地址>
TORCH_INDEX ?=
PIP     := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 $(BIN)/python -m pip --quiet --no-input

# 一切都留在这个文件夹里，不发遥测。
export RASA_TELEMETRY_ENABLED := false
export MPLCONFIGDIR := $(CURDIR)/var/cache/matplotlib
export HF_HOME := $(CURDIR)/var/cache/huggingface
export HF_HUB_OFFLINE := 1
export KERAS_HOME := $(CURDIR)/var/cache/keras
export PYTHONPYCACHEPREFIX := $(CURDIR)/var/cache/pycache

.PHONY: run test acceptance benchmark screenshots check setup clean
.DEFAULT_GOAL := run

run: $(READY)
	@$(BIN)/qingfeng serve

test: check
	@$(BIN)/pytest

acceptance: $(READY)
	@$(BIN)/pytest -m acceptance -s

# 向量是造出来的，不用模型，约半分钟；别的程序占着 CPU 时量不准。
benchmark: $(READY)
	@$(BIN)/python benchmarks/index.py
	@$(BIN)/python benchmarks/conversation.py

# README 里挂件的截图：要有 Chromium 和中文字体，make run 已经开着。
screenshots: $(READY)
	@$(BIN)/python docs/screenshots.py

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/mypy --cache-dir var/cache/mypy

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "需要 Python 3.11（Rasa 3.6 只到这里）：请安装 python3.11，或运行 make PYTHON=/路径/python3.11" >&2; exit 2; }
	@echo "安装依赖（第一次约一到三分钟）…"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --dry-run --no-deps $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) --report $(VENV)/torch.json $(TORCH) 2> $(VENV)/pip.log \
	  || { echo "装不上依赖：请检查网络，或 pip 的安装源设置（详情见 $(VENV)/pip.log）" >&2; exit 2; }
	@$(PYTHON) -c 'import json, platform, sys; url = json.load(open("$(VENV)/torch.json"))["install"]; \
	  sys.exit(bool(url) and platform.system() == "Linux" and platform.machine() == "x86_64" and "cpu" not in url[0]["download_info"]["url"])' \
	  || { echo "pip 找到的 torch 带 CUDA（好几 GB）：请用 make run TORCH_INDEX=<PyTorch 的 CPU 安装源地址>" >&2; exit 2; }
# Python 自己会在第一次用到时编译；pip 把用不到的也一起编译，要多等一两分钟。
	@$(PIP) install --no-compile --no-deps $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) $(TORCH)
	@grep -v '^torch==' requirements.lock > $(VENV)/pins.txt
	@$(PIP) install --no-compile --no-deps --ignore-requires-python -r $(VENV)/pins.txt 2>> $(VENV)/pip.log \
	  || { echo "装不上依赖：请检查网络，或 pip 的安装源设置（详情见 $(VENV)/pip.log）" >&2; exit 2; }
	@$(PIP) install --no-compile --no-deps --ignore-requires-python -e .
	@touch $@

clean:
	rm -rf $(VENV) var build *.egg-info
