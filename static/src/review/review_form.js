import { registry } from "@web/core/registry";
import { formView } from "@web/views/form/form_view";
import { FormController } from "@web/views/form/form_controller";
import { onWillUnmount } from "@odoo/owl";

// Odoo saves a form when it is left; a review is written over a long time, so also in between.
const SAVE_EVERY = 20000; // milliseconds

/** A form that is saved as a draft while somebody writes in it. */
export class ReviewFormController extends FormController {
    setup() {
        super.setup();
        const timer = setInterval(() => this.saveDraft(), SAVE_EVERY);
        onWillUnmount(() => clearInterval(timer));
    }

    async saveDraft() {
        const { root } = this.model;
        if (root && (await root.isDirty()) && (await root.checkValidity())) {
            // Not loaded again, so that nobody is disturbed in the middle of a word.
            await root.save({ reload: false });
        }
    }
}

registry.category("views").add("performance_review_form", {
    ...formView,
    Controller: ReviewFormController,
});
