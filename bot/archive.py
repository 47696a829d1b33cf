"""Rasa's storage of a model, packed in a few seconds: squeezing harder takes half a minute and saves little."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from rasa.engine.graph import GraphModelConfiguration
from rasa.engine.storage.local_model_storage import MODEL_ARCHIVE_COMPONENTS_DIR, LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.domain import Domain


class QuickStorage(LocalModelStorage):
    """Writes what ``LocalModelStorage`` writes and reads."""

    def create_model_package(
        self, model_archive_path: str | Path, model_configuration: GraphModelConfiguration, domain: Domain
    ) -> ModelMetadata:
        """Packs what the components have stored. Returns what the archive says of itself."""
        metadata = self._create_model_metadata(domain, model_configuration)
        with TemporaryDirectory() as place:
            folder = Path(place)
            shutil.copytree(self._storage_path, folder / MODEL_ARCHIVE_COMPONENTS_DIR)
            self._persist_metadata(metadata, folder)
            with tarfile.open(model_archive_path, "w:gz", compresslevel=1) as archive:
                archive.add(folder, arcname="")
        return metadata
