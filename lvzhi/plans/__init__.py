"""年度计划: yearly plans, their tasks and campaigns; records of higher rooms point down at a task."""
