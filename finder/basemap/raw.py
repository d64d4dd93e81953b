"""Shapes as a register or OpenStreetMap has them, before they are made coarse."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from finder.basemap.layers import Layer


@dataclass(frozen=True, slots=True)
class RawShape:
    """A shape in WGS 84 degrees, longitude first, that belongs to a layer. ``name`` may be empty."""

    layer: Layer
    name: str
    geometry: BaseGeometry
