from odoo.tools import formatLang


def show_figure(env, value):
    """Return a number in the language of ``env`` without idle zeros: a million is 1,000,000.

    The ``g`` of Python would make 1e+06 of it.
    """
    digits = next(d for d in range(5) if d == 4 or round(value, d) == round(value, 4))
    return formatLang(env, value, digits=digits)
