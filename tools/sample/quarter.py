"""The quarter from its first day to the published coefficients, and what follows."""

from pathlib import Path

from freezegun import freeze_time

from . import (
    acting,
    appealing,
    calibrating,
    coaching,
    colleagues,
    consequences,
    evaluation,
    execution,
    lately,
    learning,
    organisation,
    planning,
    results,
    running,
    talent,
    talks,
    training,
    voices,
)
from .report import Report
from .sample import Sample


def live_through(env, folder: Path, **settings) -> Report:
    """Load the files and take each step on its day, as the user who takes it.

    Settings: `lang` of the users; `with_passwords`, that each login is its own password; `today`,
    on which the demo is shown: then grades are calibrated and appealed against, and newer cycles
    go on until yesterday. Without it, the quarter is what the files say.
    """
    clock = freeze_time("2024-06-24 02:00:00")
    sample = Sample(env, folder, clock.start(), **settings)
    try:
        _work(sample)
        learning.acknowledge(sample)
        _judge(sample)
        _follow(sample)
        if sample.today:
            lately.go_on(sample)
            running.go_on(sample)
    finally:
        clock.stop()
    return sample.report


def _work(sample: Sample) -> None:
    """From the strategy to the last measured value."""
    organisation.found(sample)
    planning.prepare(sample)
    planning.plan(sample)
    planning.join_later(sample, "2024-07-22")
    execution.measure(sample, "2024-08-01")
    coaching.talk(sample, "2024-07-31", recorded="2024-08-01")
    voices.praise(sample)
    planning.join_later(sample, "2024-08-16")
    planning.write_the_rest(sample)
    execution.measure(sample, "2024-08-19")
    voices.see_risks(sample)
    execution.transfer(sample, "2024-09-01")
    execution.measure(sample, "2024-09-02")
    coaching.talk(sample, "2024-08-30", recorded="2024-09-02")
    if sample.today:
        acting.act(sample)
    voices.see_late_risk(sample)
    voices.ask(sample)
    execution.leave(sample, "2024-09-13")
    if sample.today:
        acting.finish(sample)
    coaching.talk(sample, "2024-09-27", recorded="2024-09-27")
    execution.measure(sample, "2024-10-08", last=True)
    coaching.count(sample)


def _judge(sample: Sample) -> None:
    """From the first review to the published coefficient."""
    execution.enter_indicators(sample)
    if sample.today:
        colleagues.name_reviewers(sample)
    evaluation.start(sample)
    evaluation.review(sample)
    if sample.today:
        calibrating.calibrate(sample)
    evaluation.release(sample)
    talks.prepare(sample)
    results.confirm(sample)
    talks.hold(sample)
    if sample.today:
        appealing.appeal(sample)
    results.publish(sample)
    talks.follow_up(sample)


def _follow(sample: Sample) -> None:
    """What follows from the results, and what the company learns."""
    consequences.settle(sample)
    learning.look_back(sample)
    consequences.improve(sample)
    consequences.develop(sample)
    if sample.today:
        talent.judge(sample)
        talent.keep_pool(sample)
        training.train(sample)
