"""The supplies window: stock, transfers, the plan of deliveries, what needs attention, partners."""
