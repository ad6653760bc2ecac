"""Where proofs write that are about a disk: in the checkout, which lies on one, and not in memory."""

from __future__ import annotations

import subprocess
from typing import Final

from tests.proofs.page import ROOT

SCRATCH: Final = ROOT / ".proofs"
"""Kept out of git; results lie there too."""
IN_MEMORY: Final = frozenset({"tmpfs", "ramfs"})

SCRATCH.mkdir(exist_ok=True)


def file_system() -> str:
    """What `stat` calls the file system there: “ext2/ext3” for ext4 too."""
    asked = ["stat", "-f", "-c", "%T", str(SCRATCH)]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
