from . import (
    hr_employee,
    hr_employee_form,
    hr_employee_launch,
    hr_employee_working_time,
    hr_version,
    res_company,
    res_company_goals,
    res_config_settings,
    res_config_settings_goals,
    resource_calendar,
)
