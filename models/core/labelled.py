def labelled(env, label, text):
    """Return a label and what it says in one line, with the colon of the user's language."""
    return env._("%(label)s: %(text)s", label=label, text=text)
