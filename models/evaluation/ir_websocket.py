import re

from odoo import models

_CHANNEL = re.compile(r"hr_performance\.calibration_(\d+)")


class IrWebsocket(models.AbstractModel):
    _inherit = "ir.websocket"

    def _build_bus_channel_list(self, channels):
        """Let those listen to a calibration session who may read it, and nobody else.

        The name that a client asks for is only a wish: what it gets is the channel of the record,
        which no client can name.
        """
        ids = [int(found[1]) for one in channels if (found := _asked(one))]
        sessions = self.env["hr.performance.calibration"].browse(ids)
        if ids and self.env.user._is_internal():
            allowed = sessions.exists()._filtered_access("read")
            channels = [*channels, *allowed]
        return super()._build_bus_channel_list(channels)


def _asked(channel):
    return _CHANNEL.fullmatch(channel) if isinstance(channel, str) else None
