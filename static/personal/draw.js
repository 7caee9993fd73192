/* Drawing a signature with the finger; the page works without it, by typing the name. */
for (const canvas of document.querySelectorAll("canvas[data-draw]")) {
    const kept = document.getElementById(canvas.dataset.draw);
    const pen = canvas.getContext("2d");
    let drawing = false;
    const size = () => {
        canvas.width = canvas.clientWidth;
        pen.lineWidth = 2.5;
        pen.lineCap = "round";
        pen.strokeStyle = "#1f3b73";
    };
    const place = (ev) => {
        const box = canvas.getBoundingClientRect();
        return [ev.clientX - box.left, ev.clientY - box.top];
    };
    canvas.closest("details").addEventListener("toggle", () => kept.value || size());
    canvas.addEventListener("pointerdown", (ev) => {
        drawing = true;
        canvas.setPointerCapture(ev.pointerId);
        pen.beginPath();
        pen.moveTo(...place(ev));
    });
    canvas.addEventListener("pointermove", (ev) => {
        if (drawing) {
            pen.lineTo(...place(ev));
            pen.stroke();
        }
    });
    canvas.addEventListener("pointerup", () => {
        drawing = false;
        kept.value = canvas.toDataURL("image/png");
    });
    document
        .querySelector(`[data-erase="${canvas.dataset.draw}"]`)
        .addEventListener("click", () => {
            kept.value = "";
            size();
        });
}
