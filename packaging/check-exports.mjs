// Run by check-exports in the folder of the exports: `node check.mjs PART`. Each part compares what a reader that is
// not ours makes of an export with what own JSON says.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const read = (file) => readFileSync(file, "utf8");
const own = JSON.parse(read("samples.json"));
const dated = own.events.filter((event) => event.derived.begin !== null);
const day = (iso) => iso.slice(0, 10);
const said = (words) => console.log(`dateline: ${words}`);

const parts = {
  async markwhen() {
    const { parse, isEvent } = await import("@markwhen/parser");
    const parsed = parse(read("samples.mw"));
    assert.deepEqual(parsed.parseMessages ?? [], []);
    assert.equal(parsed.header.title, own.title);
    const events = [];
    const walk = (node) => (isEvent(node) ? events.push(node) : (node.children ?? []).forEach(walk));
    walk(parsed.events);
    assert.equal(events.length, dated.length);
    const begins = (list) => list.map(day).sort();
    assert.deepEqual(
      begins(events.map((event) => event.dateRangeIso.fromDateTimeIso)),
      begins(dated.map((event) => event.derived.begin)),
    );
    for (const event of dated) {
      assert(events.some((e) => e.firstLine.restTrimmed.includes(event.title.trim().replace(/\s+/g, " "))), event.title);
    }
    said(`markwhen's parser read ${events.length} events`);
  },

  async edtf() {
    const { default: edtf, parse } = await import("edtf");
    let strings = 0;
    for (const row of [...own.events, ...own.expressions]) {
      const text = row.derived.edtf;
      if (text === null) continue;
      strings += 1;
      const date = parse(text, { level: 1 });
      assert(date.level <= 1, `${text} is of level ${date.level}`);
      const begin = row.earliest ?? row.begin;
      const season = /-2[1-4]/.test(text); // EDTF does not say in which months a season lies
      if (begin && !season && !text.includes("X")) {
        assert.equal(new Date(edtf(text).min).toISOString().slice(0, 10), day(begin), text);
      }
    }
    assert(strings > 0);
    said(`edtf.js read ${strings} strings, none above level 1`);
  },

  "timelinejs-page"() {
    const home = "node_modules/@knight-lab/timelinejs/dist";
    copyFileSync("samples.timelinejs.json", "data.json");
    const data = read("data.json").replaceAll("<", "\\u003c");
    writeFileSync(
      "timelinejs.html",
      `<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="${home}/css/timeline.css">
       <div id="timeline" style="width:1200px;height:800px"></div><script src="${home}/js/timeline.js"></script>
       <script>const timeline = new TL.Timeline("timeline", ${data}, { hash_bookmark: false });
       timeline.on("loaded", () => document.body.dataset.loaded = timeline.config.events.length);</script>`,
    );
  },

  timelinejs() {
    const dom = read("timelinejs.dom");
    assert.match(dom, new RegExp(`data-loaded="${dated.length}"`), "TimelineJS did not load every event");
    const markers = dom.match(/class="tl-timemarker[ "]/g) ?? [];
    assert.equal(markers.length, dated.length);
    assert(dom.includes("Quays &amp; &lt;b&gt;cranes&lt;/b&gt;"), "the title is not shown as it was typed");
    for (const event of dated) {
      assert(dom.includes(`id="event-${event.id}"`) || dom.includes(`event-${event.id}`), `event-${event.id} is missing`);
    }
    assert(!/tl-message-container[^>]*>[^<]*error/i.test(dom));
    said(`TimelineJS loaded ${dated.length} events`);
  },

  page() {
    const dom = read("page.dom");
    const cards = dom.match(/class="event-card /g) ?? [];
    assert.equal(cards.length, own.events.length);
    const told = own.events.filter((event) => event.main).length;
    const count = told === cards.length ? `${told} events` : `${told} of ${cards.length} events`;
    assert(dom.includes(`>${count}</output>`), "the page's own script did not run");
    const log = read("browser.log");
    assert(!/Refused to|Uncaught|ERR_NAME_NOT_RESOLVED/.test(log), log);
    said(`the web page shows ${cards.length} events, offline`);
  },
};

await parts[process.argv[2]]();
