"""The layers of the basemap."""

from __future__ import annotations

from enum import StrEnum


class Layer(StrEnum):
    """What a feature of the basemap is; the order is that of drawing."""

    MUNICIPALITY = "municipality"
    PARK = "park"
    WATER = "water"
    DISTRICT = "district"
    ROAD = "road"
    RAILWAY = "railway"
    FERRY = "ferry"
    METRO = "metro"
    STATION = "station"
