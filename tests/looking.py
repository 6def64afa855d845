"""What a page is asked in the browser: what stands out to the right of the window, and which words are too faint to read."""

OVERFLOW = """() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const out = Array.from(document.querySelectorAll("article *")).filter(e => e.getBoundingClientRect().right > window.innerWidth + 1
        && !e.closest(".table-wrapper, .highlight, .scroll, .unseen, pre, svg"));
    return wide > 0 ? [wide] : out.map(e => e.outerHTML.slice(0, 120));
}"""
FAINT = """() => {
    const parse = text => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    const light = c => { const s = c / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
    const lum = c => 0.2126 * light(c[0]) + 0.7152 * light(c[1]) + 0.0722 * light(c[2]);
    const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; }
        return [255, 255, 255, 1]; };
    const found = new Map();
    for (const e of document.querySelectorAll("article *")) {
        const own = Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim());
        if (!own || !e.getClientRects().length || e.closest(".headerlink, svg")) continue;
        const style = getComputedStyle(e);
        let full = 1;
        for (let up = e; up; up = up.parentElement) full *= Number(getComputedStyle(up).opacity);
        const back = ground(e), ink = parse(style.color), strength = full * ink[3];
        const seen = ink.map((c, at) => c * strength + back[at] * (1 - strength));
        const [a, b] = [lum(seen), lum(back)].sort((x, y) => y - x);
        const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < (large ? 3 : 4.5)) found.set(`${e.tagName} ${e.className} ${style.color}`, ratio.toFixed(2));
    }
    return Array.from(found);
}"""
