"""The data others read, under api/v1 (docs/api.md): shapes first, then what fills them, then the files."""

from generator.site.api.files import api_files

__all__ = ["api_files"]
