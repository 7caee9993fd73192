import { _t } from "@web/core/l10n/translation";

/** Years with the company, as the filter offers them. */
export const TENURES = {
    new: { label: _t("Less than 1 year"), holds: (years) => years < 1 },
    some: { label: _t("1 to 3 years"), holds: (years) => years >= 1 && years < 3 },
    long: { label: _t("3 years and more"), holds: (years) => years >= 3 },
};

/** Why somebody is to be discussed, in two words; the server says it in a sentence. */
export const FLAGS = {
    jump: { label: _t("Two-grade jump"), look: "text-bg-warning" },
    best_twice: { label: _t("Best twice"), look: "text-bg-warning" },
    lowest_twice: { label: _t("Lowest twice"), look: "text-bg-warning" },
    single_source: { label: _t("Single source"), look: "text-bg-light border" },
};

export const NO_FILTERS = { text: "", department: "", job: "", tenure: "", flagged: false };

/** Whether a card passes the filters; an empty filter lets everybody pass. */
export function passes(card, filters) {
    const words = filters.text.trim().toLowerCase();
    return (
        (!words || card.name.toLowerCase().includes(words)) &&
        (!filters.department || card.department === filters.department) &&
        (!filters.job || card.job === filters.job) &&
        (!filters.tenure || (card.tenure !== null && TENURES[filters.tenure].holds(card.tenure))) &&
        (!filters.flagged || card.flags.length > 0)
    );
}

/** The values of one property that occur, for a filter to offer. */
export function valuesOf(cards, name) {
    const values = new Set(cards.map((card) => card[name]).filter(Boolean));
    return [...values].sort((one, other) => one.localeCompare(other));
}

/** Cards by column; the key 0 holds those without a grade. */
export function byColumn(cards, columns) {
    const found = new Map([[0, []], ...columns.map((column) => [column.grade_id, []])]);
    for (const card of cards) {
        (found.get(card.grade_id) || found.get(0)).push(card);
    }
    return found;
}

/** Members whose grade is another one than on the earlier board. */
export function changedIds(earlier, now) {
    const grades = new Map(earlier.cards.map((card) => [card.member_id, card.grade_id]));
    return now.cards
        .filter(({ member_id, grade_id }) => grades.has(member_id) && grades.get(member_id) !== grade_id)
        .map((card) => card.member_id);
}
