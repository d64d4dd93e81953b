"""Whose work map and places are: their licences ask for it on every page, card and file."""

from __future__ import annotations

from finder.i18n.phrases import N_

ATTRIBUTION = N_("Kaart en plekken: © mensen van OpenStreetMap (ODbL), gemeente Amsterdam, CBS en andere bronnen.")
