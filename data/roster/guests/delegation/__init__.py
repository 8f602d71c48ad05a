"""Which of the delegations that the plan invites a guest of a list belongs to."""
