"""Samenplek: places to meet people, in Amsterdam and Haarlem.

The floor plan. Imports go down only; ``tests/test_floors.py`` reads them.

::

    floor 4  finder/web/        the only Flask, the only Folium: read the request, call one usecase, render
    floor 3  finder/usecases/   one file per journey, named by its verb
    floor 1  finder/formats/    bytes <-> domain: GeoJSON, CSV, OSM; no network, no database
             finder/i18n/       locales, catalogues, direction, language names, phrases; no Flask
             finder/geocode/    an address or postcode -> a point: offline gazetteer first, PDOK behind it
             finder/recurrence/ RFC 5545 rules -> the days on which gatherings are held
             finder/basemap/    the map that needs no network: compiled from files, or from TOP10NL or OSM
    floor 0  finder/domain/     plain Python, numpy and shapely: no Flask, no SQL, no files, no network
"""
