"""Frozen dataclasses that take a fraction of the time to make.

For each class, `dataclasses.dataclass(frozen=True)` writes six functions as text and compiles them; with some twenty
classes that was a twelfth of the window's start (`tests/benchmarks/window_start.py`). Here functions made once do.
"""

from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import dataclass as _plain

    def dataclass(*, frozen, slots, kw_only=False):
        """As `dataclasses.dataclass`, for frozen classes with slots and without factories of defaults.

        What it makes is a dataclass to `fields`, `replace` and `asdict`. ``__post_init__`` is called where there is
        one; methods that the class has itself stay.
        """
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")
        return lambda cls: _filled(_plain(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls), kw_only)

    def _filled(cls, kw_only):
        if any(field.default_factory is not MISSING for field in fields(cls)):
            raise TypeError(f"{cls.__name__}: a value's defaults are values")
        names = tuple(field.name for field in fields(cls))
        own = vars(cls).copy()
        made = {"__init__": _init(cls, names, () if kw_only else names), "__reduce__": _reduce, "__repr__": _repr}
        made |= {"__setattr__": _refuse, "__delattr__": _refuse} | _compared(names)
        for name, method in made.items():
            if name not in own or (name == "__hash__" and own[name] is None):
                setattr(cls, name, method)
        return cls

    def _init(cls, names, placed):
        defaults = {field.name: field.default for field in fields(cls) if field.default is not MISSING}
        setters = tuple((name, vars(cls)[name].__set__) for name in names)
        after = getattr(cls, "__post_init__", None)

        def init(self, *args, **given):
            if args:
                if len(args) > len(placed) or not given.keys().isdisjoint(placed[: len(args)]):
                    raise TypeError(f"{cls.__name__}() takes {', '.join(placed) or 'nothing'} by place, each once")
                given.update(zip(placed, args, strict=False))
            values = defaults | given
            if len(values) != len(names):
                raise TypeError(_amiss(cls, names, values))
            try:
                for name, put in setters:
                    put(self, values[name])
            except KeyError:
                raise TypeError(_amiss(cls, names, values)) from None
            if after is not None:
                after(self)

        return init

    def _amiss(cls, names, values):
        missing, unknown = set(names) - set(values), set(values) - set(names)
        return f"{cls.__name__}() lacks {sorted(missing)} and does not know {sorted(unknown)}"

    def _compared(names):
        read = attrgetter(*names)

        def equal(self, other):
            return read(self) == read(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self):
            return hash(read(self))

        return {"__eq__": equal, "__hash__": hashed}

    def _repr(self):
        return f"{type(self).__qualname__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in fields(self))})"

    def _reduce(self):
        return _again, (type(self), {field.name: getattr(self, field.name) for field in fields(self)})

    def _again(cls, values):
        return cls(**values)

    def _refuse(_self, name, *_value):
        raise FrozenInstanceError(f"cannot change field {name!r}")
