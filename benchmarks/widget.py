"""The widget's figures: bytes, time to usable on a CPU four times slower, suggestions. The server must be running.

``.venv/bin/python benchmarks/widget.py``; another server by QINGFENG_ADDRESS.
"""

from __future__ import annotations

import os
import shutil
import statistics
import time

import httpx
from playwright.sync_api import Browser, sync_playwright

ADDRESS = os.environ.get("QINGFENG_ADDRESS", "http://127.0.0.1:5005")
SLOWER = 4
TYPED = ("sybxj", "shiye", "失业金", "sbk", "yanglao", "退休", "工伤", "ylbx", "丧葬", "zhuanyi")
USABLE = """() => new Promise((resolve) => {
  const look = () => {
    const chat = document.querySelector("qingfeng-chat");
    const ready = chat && chat.shadowRoot && chat.shadowRoot.querySelector(".launcher");
    const painted = performance.getEntriesByName("first-contentful-paint")[0];
    if (painted && ready && ready.getClientRects().length) resolve([painted.startTime, performance.now()]);
    else setTimeout(look, 5);
  };
  look();
})"""


def transferred(path: str) -> int:
    """Bytes on the wire."""
    with httpx.stream("GET", f"{ADDRESS}{path}", headers={"Accept-Encoding": "gzip"}) as reply:
        return len(b"".join(reply.iter_raw()))


def usable(browser: Browser) -> tuple[float, float]:
    """Milliseconds from the beginning until the page is painted, and until the button can be pressed."""
    page = browser.new_context().new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(ADDRESS, wait_until="commit")
    painted, ready = page.evaluate(USABLE)
    page.context.close()
    return float(painted), float(ready)


def suggesting() -> list[float]:
    """Milliseconds of each request for suggestions."""
    took = []
    with httpx.Client(base_url=ADDRESS) as http:
        for typed in TYPED * 20:
            began = time.perf_counter()
            http.get("/widget/suggest", params={"q": typed}).raise_for_status()
            took.append((time.perf_counter() - began) * 1000)
    return sorted(took)


def main() -> None:
    """Prints the figures; one sentence where no server runs."""
    try:
        size = transferred("/widget/qingfeng.js")
    except httpx.ConnectError:
        raise SystemExit(f"{ADDRESS} 没有服务在运行：请先 make run，再在另一个终端里量") from None
    print(f"挂件（脚本、样式、文字全在内）：{size / 1024:.1f} kB gzip")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        times = [usable(browser) for _ in range(5)]
        browser.close()
    painted, ready = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"CPU 慢 {SLOWER} 倍（中位数）：页面画出来 {painted:.0f} 毫秒，挂件可以点 {ready:.0f} 毫秒")
    took = suggesting()
    print(
        f"输入建议：p50 {took[len(took) // 2]:.1f} 毫秒，p95 {took[int(len(took) * 0.95)]:.1f} 毫秒（{len(took)} 次）"
    )


if __name__ == "__main__":
    main()
