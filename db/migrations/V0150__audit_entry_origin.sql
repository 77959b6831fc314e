-- the access log narrowed to one kind of address
create index audit_entry_origin on audit_entry (origin, at desc, id desc);
