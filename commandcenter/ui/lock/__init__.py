"""The locked screen: nothing of the operation can be read or done, alarms are still seen and heard."""
