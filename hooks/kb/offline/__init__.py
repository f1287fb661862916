"""Reading without a network: what a browser keeps of the site, and the site as a zip."""
