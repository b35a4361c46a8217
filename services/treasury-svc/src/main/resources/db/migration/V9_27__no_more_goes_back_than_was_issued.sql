-- No more of an asset goes back to where it is issued from than was issued. Where that happened already, it stays.
update account set ceiling = 0 where kind = 'issuance' and credits_posted <= debits_posted and credits_pending = 0;
