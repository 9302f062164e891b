"""Own position from receivers: NMEA 0183 and gpsd."""
