"""The whole site as the command builds it from the real records: links, policy, pages in a browser."""

KINDS = {
    "home": "/",
    "regions": "/regions/",
    "rules": "/rules/",
    "region with records": "/regions/guangdong/shenzhen/",
    "region without records": "/regions/anhui/chuzhou/",
    "province": "/regions/fujian/",
    "nation": "/regions/china/",
    "region where nothing applies": "/regions/hongkong/",
    "rule": "/rules/waiting-period/",
    "search": "/search/",
    "about": "/about/",
    "not found": "/404.html",
}
