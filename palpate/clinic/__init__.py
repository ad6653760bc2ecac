"""`palpate clinic`: people, keys, copies, deletion and the audit trail; thin over clinic/store."""
