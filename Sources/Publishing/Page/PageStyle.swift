/// The style of all pages, which each page holds: nothing is loaded from elsewhere.
///
/// Colours reach WCAG 2.2 AA (4.5:1 for text, 3:1 for bars) on either ground, and nothing is told by colour alone.
enum PageStyle {
    static let css = """
        :root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1e1d1a;--soft:#5b574e;--line:#e0dbcf;\
        --accent:#1b4f79;--mark:#f5ecd3;--bar:#3f7199;--fill:#d9e4ec;--good:#276345;--bad:#99311c;--doubt:#79560c}
        @media (prefers-color-scheme:dark){:root{--paper:#16181b;--card:#1d2024;--ink:#e9e6df;--soft:#aba79d;\
        --line:#363a40;--accent:#93c4ec;--mark:#3b331d;--bar:#6fa8d4;--fill:#26343f;--good:#8fd0aa;--bad:#f3a08b;\
        --doubt:#e3bd68}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:74rem;padding:0 1.25rem 4rem;background:var(--paper);color:var(--ink);\
        font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Liberation Sans",sans-serif;overflow-wrap:break-word}
        h1,h2,h3,blockquote,.lede{font-family:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",\
        "Noto Serif","Liberation Serif",Georgia,serif}
        h1{font-size:clamp(1.7rem,1.2rem + 2vw,2.5rem);line-height:1.18;font-weight:600;letter-spacing:-.01em;\
        margin:.2rem 0 .6rem;text-wrap:balance}
        h2{font-size:1.35rem;line-height:1.3;font-weight:600;margin:2.6rem 0 .8rem;padding-top:.7rem;\
        border-top:2px solid var(--ink)}
        h3{font-size:1.12rem;line-height:1.35;font-weight:600;margin:1.4rem 0 .2rem}
        h4{font-size:1rem;margin:1.2rem 0 .3rem}
        p{margin:.4rem 0}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
        a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
        h3 a,.list a.title,.day a{color:inherit;text-decoration-color:var(--line)}
        h3 a:hover,.list a.title:hover,.day a:hover{text-decoration-color:currentColor}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:1}
        header{padding-top:1.6rem}
        .crumb,.meta,.note,figcaption,caption,footer,dt,summary{color:var(--soft);font-size:.9rem}
        .meta time,.note time{white-space:nowrap}
        .lede{font-size:1.2rem;line-height:1.45;max-width:44rem}
        .links{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;padding:0;margin:.4rem 0}
        .links a{display:inline-block;padding:.25rem 0}
        .main{display:grid;gap:0 3rem}
        .main>div{min-width:0}
        @media (min-width:60rem){.main{grid-template-columns:minmax(0,1fr) 22rem}}
        article{padding:0 0 1.1rem;border-bottom:1px solid var(--line);margin:0 0 1.1rem}
        article:last-of-type{border-bottom:0}
        article h3{font-size:1.28rem;margin:.2rem 0 .35rem;text-wrap:balance}
        .badge{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .6rem;font-size:.84rem;\
        line-height:1.55}
        .on_record{color:var(--good)}.denied,.retracted{color:var(--bad)}.unconfirmed{color:var(--doubt)}\
        .reported{color:var(--soft)}
        blockquote{margin:.7rem 0;font-size:1.06rem}
        blockquote p{margin:.2rem 0;padding:.1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
        blockquote footer{font-family:system-ui,"Noto Sans","Liberation Sans",sans-serif;padding-inline-start:1.2rem}
        .split{background:var(--mark);padding:.6rem .9rem;border-radius:4px;margin:.7rem 0}
        ul.list,ol.list{list-style:none;padding:0;margin:.4rem 0}
        .list>li{padding:.5rem 0;border-bottom:1px solid var(--line)}
        .list>li:last-child{border-bottom:0}
        .list .meta{display:block}
        .list li li{border:0}
        .day{list-style:none;padding:0;margin:.3rem 0 0}
        .day li{padding:.32rem 0}
        .day .meta{display:block}
        figure{margin:.6rem 0 1rem}
        svg{display:block;width:100%;height:auto;max-width:30rem}
        svg text{fill:var(--ink);font:13px system-ui,"Noto Sans","Liberation Sans",sans-serif}
        svg .soft{fill:var(--soft)}svg .bar{fill:var(--bar)}svg .area{fill:var(--fill)}\
        svg .curve{fill:none;stroke:var(--bar);stroke-width:2}svg .axis{stroke:var(--line)}
        details{margin:.5rem 0}
        summary{cursor:pointer;padding:.25rem 0}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.5rem 0}
        caption{text-align:start;padding:.2rem 0}
        th,td{text-align:start;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--line)}
        .claims td p{margin:0 0 .25rem}
        thead th{border-bottom:1px solid var(--soft);font-size:.84rem;color:var(--soft);font-weight:600}
        td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;padding-right:0}
        td[dir=rtl],li[dir=rtl],p[dir=rtl]{text-align:right}
        mark{background:var(--mark);color:inherit;padding:.1rem .35rem;margin-inline-start:-.35rem;border-radius:3px}
        dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.2rem;margin:.8rem 0}
        dt,dd{margin:0}
        .history>li:target{background:var(--mark)}
        footer.page{break-before:avoid;margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--line)}
        @media (max-width:40rem){body{padding:0 1rem 3rem}#timeline svg text{font-size:19px}dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin:0 0 .6rem}
        .claims thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .claims tr,.claims td,.claims th{display:block;border:0;padding:.1rem 0}
        .claims tbody tr{border-bottom:1px solid var(--line);padding:.7rem 0}
        .claims td:empty{display:none}
        .claims td[data-name]::before{content:attr(data-name) ": ";color:var(--soft)}}
        @media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#bbb;--accent:#000;--mark:#eee;--bar:#555;\
        --fill:#ddd;--good:#000;--bad:#000;--doubt:#000}body{max-width:none;font-size:10pt;padding:0}.main{display:block}
        .skip,nav,summary{display:none}h2,h3{break-after:avoid}article,li,tr,figure,blockquote{break-inside:avoid}
        a{text-decoration:none}svg{max-width:24rem}}

        """
}
