"""The chronicle: headings of time with their events under them, as many as there is room for, the rest counted.

`order` puts rows in order and ranks them, `choice` says which have a line of their own, `heads` which heading of time
each belongs to, `blocks` measures lines and marks, `flow` lets them run over columns and pages, `roll` over a window.
Plain Python and numpy; what is laid out is what is visible, however many events there are.
"""
