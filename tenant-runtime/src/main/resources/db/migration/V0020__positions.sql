-- Every position, by UTC day of its time. Partitions are made by the runtime, ahead and for rows of the past; there is no default
-- partition, so a row without one is refused and not lost in a corner.
create table position (
    mac        macaddr     not null,
    seen_at    timestamptz not null,
    floor_id   text        not null,
    x          real        not null,
    y          real        not null,
    confidence real        not null,
    link       "char"      not null check (link in ('A', 'P', 'U')),
    received_at timestamptz not null,
    primary key (mac, seen_at)
) partition by range (seen_at);

-- What the feed knows, by the appliance's clock.
create table feed (
    id               smallint primary key check (id = 1),
    last_heard       timestamptz,
    covered_from     timestamptz,
    backfill_target  timestamptz,
    backfill_reached timestamptz
);

insert into feed (id) values (1);

create table feed_gap (
    id      bigint generated always as identity primary key,
    from_at timestamptz not null,
    to_at   timestamptz,
    reason  text        not null
);

create unique index feed_gap_open on feed_gap ((to_at is null)) where to_at is null;
