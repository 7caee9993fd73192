from . import decide_wizard, launch_wizard, launch_wizard_line, reason_wizard, sign_wizard
