"use strict";
// What the desk needs beside htmx: lists that are ordered by dragging or by keys, and fields that count.
(() => {
  const rows = list => [...list.querySelectorAll(":scope > [data-id]")];

  const save = list => {
    const field = document.getElementById(list.dataset.order);
    if (!field) return;
    field.value = rows(list).map(row => row.dataset.id).join(",");
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const move = (row, by) => {
    const list = row.parentElement;
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other || !other.dataset.id) return;
    list.insertBefore(by < 0 ? row : other, by < 0 ? other : row);
    save(list);
    say(list, row);
  };

  const say = (list, row) => {
    const status = document.getElementById(list.dataset.said);
    if (!status) return;
    const values = [row.dataset.title, rows(list).indexOf(row) + 1, rows(list).length];
    status.textContent = list.dataset.moved.replace(/\{(\d)\}/g, (_, at) => values[at]);
  };

  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-move]");
    if (!button) return;
    event.preventDefault();
    move(button.closest("[data-id]"), Number(button.dataset.move));
    button.focus();
  });

  document.addEventListener("keydown", event => {
    const row = event.altKey && event.target.closest("[data-order] > [data-id]");
    if (!row || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(row, event.key === "ArrowUp" ? -1 : 1);
    event.target.focus();
  });

  let dragged = null;
  document.addEventListener("dragstart", event => {
    dragged = event.target.closest?.("[data-order] > [data-id]") ?? null;
  });
  document.addEventListener("dragover", event => {
    const row = dragged && event.target.closest?.("[data-id]");
    if (!row || row.parentElement !== dragged.parentElement || row === dragged) return;
    event.preventDefault();
    const box = row.getBoundingClientRect();
    row.parentElement.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? row : row.nextSibling);
  });
  document.addEventListener("dragend", () => {
    if (dragged) save(dragged.parentElement);
    dragged = null;
  });

  const count = field => {
    const shown = document.getElementById(field.dataset.count);
    if (shown) shown.textContent = [...field.value].length;
    for (const copy of document.querySelectorAll(`[data-copy="${field.id}"]`)) copy.textContent = field.value;
  };
  document.addEventListener("input", event => {
    if (event.target.dataset?.count) count(event.target);
  });
})();
