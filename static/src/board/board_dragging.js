import { useSortable } from "@web/core/utils/sortable_owl";

/**
 * Cards of a board that are dragged between its columns or boxes.
 *
 * @param {Object} params
 * @param {Object} params.ref the element around all columns
 * @param {string} params.groups selector of what takes a card, as a whole
 * @param {Function} params.onDrop (card element, element of the column)
 * @param {Function} [params.onDragStart] (card element)
 * @param {Function} [params.onDragEnd] (card element)
 */
export function useBoardDragging({ ref, groups, onDrop, onDragStart, onDragEnd }) {
    useSortable({
        ref,
        elements: ".o_performance_card_movable",
        groups,
        connectGroups: true,
        ignore: "button, input, a",
        cursor: "grabbing",
        touchDelay: 300,
        placeholderClasses: ["o_performance_card_placeholder"],
        followingElementClasses: ["shadow"],
        onDragStart: ({ element }) => onDragStart?.(element),
        onDragEnd: ({ element }) => onDragEnd?.(element),
        onDrop: ({ element, parent }) => onDrop(element, parent),
    });
}

/**
 * Move the focus from a card to its neighbour, by an arrow key.
 *
 * @param {Element} root the element around all columns
 * @param {string} columns selector of the lists of cards
 */
export function focusFrom(root, columns, element, key) {
    const cards = ".o_performance_card";
    const lists = [...root.querySelectorAll(columns)];
    const place = lists.indexOf(element.closest(columns));
    const next = {
        ArrowDown: () => element.nextElementSibling,
        ArrowUp: () => element.previousElementSibling,
        ArrowRight: () => lists.slice(place + 1).find((list) => list.querySelector(cards)),
        ArrowLeft: () => lists.slice(0, place).findLast((list) => list.querySelector(cards)),
    }[key]();
    (next?.matches(cards) ? next : next?.querySelector(cards))?.focus();
}

export const ARROWS = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"];
