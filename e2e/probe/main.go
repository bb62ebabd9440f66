// What tests run in pods: it tells which addresses can be reached from there.
//
//	probe dial TARGET...   tcp://HOST:PORT or http://HOST:PORT/PATH; prints "TARGET RESULT" for each: open, closed, or the status
//	probe serve PORT       answers every connection, for good
//	probe eat MIB          holds so much memory, for good
//	probe wait             does nothing, for good
package main

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"
)

const patience = 3 * time.Second

func main() {
	if len(os.Args) < 2 {
		fail("usage: probe dial TARGET... | serve PORT | eat MIB | wait")
	}
	switch rest := os.Args[2:]; os.Args[1] {
	case "dial":
		dialAll(rest)
	case "serve":
		fail(http.ListenAndServe(":"+rest[0], http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintln(w, "served")
		})).Error())
	case "eat":
		held := eat(rest[0])
		untilTold()
		fmt.Println("held", len(held)>>20, "MiB")
	case "wait":
		untilTold()
	default:
		fail("no such command: " + os.Args[1])
	}
}

func dialAll(targets []string) {
	results := make([]string, len(targets))
	var all sync.WaitGroup
	for i, target := range targets {
		all.Add(1)
		go func() {
			defer all.Done()
			results[i] = dial(target)
		}()
	}
	all.Wait()
	for i, target := range targets {
		fmt.Println(target, results[i])
	}
}

func dial(target string) string {
	address, err := url.Parse(target)
	if err != nil {
		return "malformed"
	}
	if address.Scheme == "tcp" {
		connection, err := net.DialTimeout("tcp", address.Host, patience)
		if err != nil {
			return "closed"
		}
		connection.Close()
		return "open"
	}
	client := http.Client{Timeout: patience}
	answer, err := client.Get(target)
	if err != nil {
		return "closed"
	}
	answer.Body.Close()
	return strconv.Itoa(answer.StatusCode)
}

func eat(mebibytes string) []byte {
	size, err := strconv.Atoi(mebibytes)
	if err != nil {
		fail(err.Error())
	}
	held := make([]byte, size<<20)
	for i := 0; i < len(held); i += 4096 {
		held[i] = 1
	}
	return held
}

func untilTold() {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGTERM, syscall.SIGINT)
	<-told
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, why)
	os.Exit(2)
}
