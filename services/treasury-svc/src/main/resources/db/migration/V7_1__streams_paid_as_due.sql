-- A stream may be paid by an account as it is due. Nothing moves when it is promised, so what became of that is a step.
alter table escrow_step drop constraint escrow_step_what_check;
alter table escrow_step add constraint escrow_step_what_check check (
    what in ('open', 'withdraw', 'pause', 'resume', 'cancel', 'release', 'award', 'extend', 'expire'));
