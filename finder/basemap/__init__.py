"""Floor 1: the map that works with the network cable out: a few coarse layers in one small GeoJSON file.

``compile`` makes it from local files, ``top10nl`` and ``finder.formats.osm_file`` fetch better shapes for an
operator who has a network or a file, ``rebuild`` fits them into the size budget.
"""
