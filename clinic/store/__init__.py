"""Where the people of a clinic are kept: encrypted, with keys, accounts, an audit trail, deletion and backups."""
