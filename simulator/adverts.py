"""bumble's advertisements as bleak's."""

from __future__ import annotations

from typing import Final

from bleak.backends.scanner import AdvertisementData
from bleak.uuids import normalize_uuid_str
from bumble.core import UUID, AdvertisingData
from bumble.device import Advertisement

_Type = AdvertisingData.Type

_NAMES: Final = (_Type.COMPLETE_LOCAL_NAME, _Type.SHORTENED_LOCAL_NAME)
_UUID_LISTS: Final = {
    _Type.INCOMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS: 2,
    _Type.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS: 2,
    _Type.INCOMPLETE_LIST_OF_128_BIT_SERVICE_CLASS_UUIDS: 16,
    _Type.COMPLETE_LIST_OF_128_BIT_SERVICE_CLASS_UUIDS: 16,
}
"""Bytes of one entry."""
_SERVICE_DATA: Final = {_Type.SERVICE_DATA_16_BIT_UUID: 2, _Type.SERVICE_DATA_128_BIT_UUID: 16}
"""Bytes of the UUID in front."""


def uuid_text(uuid: UUID) -> str:
    """Return a UUID as bleak writes it: 128 bits, lower case, with dashes."""
    return normalize_uuid_str(uuid.to_hex_str("-").lower())


def advertisement_data(advertisement: Advertisement) -> AdvertisementData:
    """Return what an advert and its scan response say; 32-bit UUIDs, which nobody uses, are left out."""
    structures = [(kind, bytes(value)) for kind, value in advertisement.data.ad_structures]
    return AdvertisementData(
        local_name=next((value.decode("utf-8", "replace") for kind, value in structures if kind in _NAMES), None),
        manufacturer_data={
            int.from_bytes(value[:2], "little"): value[2:]
            for kind, value in structures
            if kind == _Type.MANUFACTURER_SPECIFIC_DATA
        },
        service_data={
            _text(value[:size]): value[size:] for kind, value in structures if (size := _SERVICE_DATA.get(kind))
        },
        service_uuids=_uuids(structures),
        tx_power=next(
            (
                int.from_bytes(value, "little", signed=True)
                for kind, value in structures
                if kind == _Type.TX_POWER_LEVEL
            ),
            None,
        ),
        rssi=advertisement.rssi,
        platform_data=(advertisement,),
    )


def _uuids(structures: list[tuple[AdvertisingData.Type, bytes]]) -> list[str]:
    found: dict[str, None] = {}
    for kind, value in structures:
        size = _UUID_LISTS.get(kind)
        if size:
            found.update((_text(value[at : at + size]), None) for at in range(0, len(value) - size + 1, size))
    return list(found)


def _text(little_endian: bytes) -> str:
    return uuid_text(UUID.from_bytes(little_endian))
