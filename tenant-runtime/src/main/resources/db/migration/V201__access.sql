-- Who may do and see what. Small tables: they are read whole into memory.
create table access_state (
    id integer primary key check (id = 1),
    revision bigint not null,
    pseudonym_key bytea not null
);
-- 244 random bits from the server's strong generator; made once, so that pseudonyms stay the same for the tenant's whole life.
insert into access_state (id, revision, pseudonym_key)
values (1, 0, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table access_role (
    name text primary key,
    actions text[] not null,
    origin text not null check (origin in ('SEED', 'ADMINISTRATOR')),
    changed boolean not null
);

create table access_disclosure (
    name text primary key,
    hide text[] not null,
    pseudonymise text[] not null,
    aggregated boolean not null,
    origin text not null check (origin in ('SEED', 'ADMINISTRATOR')),
    changed boolean not null
);

create table access_group (
    name text primary key,
    role text,
    segments text[] not null,
    disclosure text,
    origin text not null check (origin in ('SEED', 'ADMINISTRATOR')),
    changed boolean not null
);

create table access_user (
    name text primary key,
    role text,
    segments text[] not null,
    disclosure text,
    groups text[] not null,
    verifier text,
    credential_revision bigint,
    credential_origin text check (credential_origin in ('SEED', 'ADMINISTRATOR')),
    origin text not null check (origin in ('SEED', 'ADMINISTRATOR')),
    changed boolean not null,
    removed boolean not null,
    check ((verifier is null) = (credential_revision is null) and (verifier is null) = (credential_origin is null))
);

create table access_segment_pin (
    path text primary key,
    kind text not null check (kind in ('CAMPUS', 'BUILDING', 'FLOOR', 'ZONE')),
    place_id text not null,
    pinned_at timestamptz not null default now()
);

-- Written in the transaction of the change, deleted once it was published.
create table access_outbox (
    revision bigint primary key,
    name text not null,
    principal text
);
