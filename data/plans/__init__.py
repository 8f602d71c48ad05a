"""The templates that events are made from: reading them, filling their braces, the sample lists."""
