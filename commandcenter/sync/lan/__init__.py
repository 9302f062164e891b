"""Desks of one network meet without a hub: found by multicast or by a typed address, let in by the key of the operation."""
