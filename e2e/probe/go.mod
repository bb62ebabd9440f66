module precinct.dev/probe

go 1.24
