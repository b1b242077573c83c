"""How fast and how heavy: a made-up book of national size, built by us and by stock Material in one run (`make bench`)."""
