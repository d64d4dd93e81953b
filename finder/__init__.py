"""Samenplek: places to meet people, in Amsterdam and Haarlem.

The floor plan. Imports go down only; ``tests/test_floors.py`` reads them.

::

    floor 5  finder/web/        the only Flask, the only Folium: read the request (forms in query/), call one usecase,
                                lay out a view, render; rooms: finder/, together/, open_data/, commands/; a room is
                                registered with its policy: the shape of its errors, caching, cookies
    floor 4  finder/usecases/   one file per journey, named by its verb
    floor 2  finder/wording/    facts and hits -> phrases, for every page, card and command alike; no Flask
             finder/formats/    bytes <-> domain: GeoJSON, CSV, OSM; no network, no database
             finder/geocode/    an address or postcode -> a point: offline gazetteer first, PDOK behind it
             finder/basemap/    the map that needs no network: compiled from files, or from TOP10NL or OSM
             finder/refresh/    what OpenStreetMap and fellowships know today, fetched for an operator -> import files
    floor 1  finder/search/     the numpy engine: index, columns, paging, facets, what is similar
             finder/merging/    from what sources say to a place: candidates, claims, which of them is believed
             finder/recurrence/ RFC 5545 rules -> the days on which gatherings are held
             finder/i18n/       locales, catalogues, localizer, language names; knows no word of the product
    floor 0  finder/domain/     plain Python, numpy and shapely: no Flask, no SQL, no files, no network

``tests/``, ``templates/``, ``static/js/`` and ``static/css/`` are laid out the same way.
"""
