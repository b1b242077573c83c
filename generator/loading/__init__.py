"""From a folder of YAML to a Book and its findings. The only room that reads YAML."""

from generator.loading.book import load_book, located

__all__ = ["load_book", "located"]
