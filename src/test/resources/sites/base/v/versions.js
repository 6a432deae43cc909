/* The versions of this site, oldest first. Format 1: fields are only ever added. */
window.allclearVersions = {"format": 1, "versions": [
]};
