import { _t } from "@web/core/l10n/translation";

/** The columns, from left to right. */
export const BANDS = [
    { key: "low", label: _t("Low performance") },
    { key: "medium", label: _t("Medium performance") },
    { key: "high", label: _t("High performance") },
];

/** The rows, from top to bottom. */
export const POTENTIALS = [
    { key: "high", label: _t("High potential") },
    { key: "medium", label: _t("Medium potential") },
    { key: "low", label: _t("Low potential") },
];

export const SIDES = { hr: _t("HR"), manager: _t("Manager") };

export const NO_FILTERS = { text: "", department: "", manager: "" };

/** Whether a card passes the filters; an empty filter lets everybody pass. */
export function passes(card, filters) {
    const words = filters.text.trim().toLowerCase();
    return (
        (!words || card.name.toLowerCase().includes(words)) &&
        (!filters.department || card.department === filters.department) &&
        (!filters.manager || card.manager === filters.manager)
    );
}

/** Name of a box as a key; empty for the tray of those who are in none. */
export function boxOf({ band, potential }) {
    return band && potential ? `${band}-${potential}` : "";
}

/** Cards by box; those in none under the empty name. */
export function byBox(cards) {
    const found = new Map([["", []]]);
    for (const card of cards) {
        const key = boxOf(card);
        if (!found.has(key)) {
            found.set(key, []);
        }
        found.get(key).push(card);
    }
    return found;
}
