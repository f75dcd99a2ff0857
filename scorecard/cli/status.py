"""How a command may end."""

DONE, FAILED, MISUSED = 0, 1, 2
AMBIGUOUS, NOT_FOUND = 3, 4  # a name that fits several, or none
UNUSABLE, BUSY = 5, 6
INTERRUPTED, UNREAD = 130, 141  # as a shell has them

STATUSES = (
    "Exit status: 0 done; 1 not possible, and nothing was changed; 2 typed wrongly, or nobody there to ask; "
    "3 the name fits several measures, which are listed; 4 nothing has that name; 5 there is no store, or it can't be "
    "used as it is; 6 another program is using it, try again; 130 interrupted; 141 done, but nobody reads what is "
    "printed. What went wrong is one line on stderr."
)
