package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"time"

	"github.com/gorilla/websocket"
)

// inspector speaks to the page of a running window through WebKit's remote inspector, which the
// program as people get it answers too, where the environment asks for it.
type inspector struct {
	conn   *websocket.Conn
	target string // the page; WebKit may replace it while it starts
	last   int    // identifier of the last message
}

// inspectorVariable makes WebKit listen for inspectors on an address.
const inspectorVariable = "WEBKIT_INSPECTOR_HTTP_SERVER"

// errGone says that the page was replaced by another one before it answered.
var errGone = errors.New("the page was replaced")

// pagePath finds the path of the first page in the list that WebKit serves for people.
var pagePath = regexp.MustCompile(`/socket/\d+/\d+/WebPage`)

// attach waits for the page of a program that is starting, and connects to it. It looks for the
// page in WebKit's list first: to connect to one that is not there yet makes WebKit crash.
func attach(ctx context.Context, address string) (*inspector, error) {
	path, err := awaitPage(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("find the page: %w", err)
	}
	conn, response, err := websocket.DefaultDialer.DialContext(ctx, "ws://"+address+path, nil)
	if response != nil {
		_ = response.Body.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("attach to the page: %w", err)
	}
	i := &inspector{conn: conn}
	for i.target == "" {
		if _, err := i.read(ctx); err != nil {
			return nil, errors.Join(fmt.Errorf("attach to the page: %w", err), conn.Close())
		}
	}
	return i, nil
}

// awaitPage waits until the list names a page, and returns its path.
func awaitPage(ctx context.Context, address string) (string, error) {
	const pause = 3 * time.Millisecond
	for {
		list, err := get(ctx, "http://"+address+"/")
		if path := pagePath.FindString(list); err == nil && path != "" {
			return path, nil
		}
		select {
		case <-ctx.Done():
			return "", errors.Join(context.Cause(ctx), err)
		case <-time.After(pause):
		}
	}
}

func get(ctx context.Context, url string) (_ string, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, http.NoBody)
	if err != nil {
		return "", err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, response.Body.Close()) }()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}

func (i *inspector) close() { _ = i.conn.Close() }

// message is any message of the protocol, in either direction.
type message struct {
	ID     int             `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

// evaluate returns the text that an expression gives in the page. It fails with errGone when the
// page was replaced meanwhile.
func (i *inspector) evaluate(ctx context.Context, expression string) (string, error) {
	i.last++
	id, target := i.last, i.target
	inner, err := json.Marshal(message{ID: id, Method: "Runtime.evaluate", Params: object(map[string]any{
		"expression": expression, "returnByValue": true,
	})})
	if err != nil {
		return "", err
	}
	err = i.conn.WriteJSON(message{ID: id, Method: "Target.sendMessageToTarget", Params: object(map[string]any{
		"targetId": target, "message": string(inner),
	})})
	if err != nil {
		return "", err
	}
	for {
		answer, err := i.read(ctx)
		switch {
		case err != nil:
			return "", err
		case i.target != target:
			return "", errGone
		case answer == nil || answer.ID != id:
			continue
		case answer.Error != nil:
			return "", errors.New(answer.Error.Message)
		}
		var outcome struct {
			Result struct {
				Value       any    `json:"value"`
				Description string `json:"description"`
			} `json:"result"`
			WasThrown bool `json:"wasThrown"`
		}
		if err := json.Unmarshal(answer.Result, &outcome); err != nil {
			return "", err
		}
		if outcome.WasThrown {
			return "", fmt.Errorf("in the page: %s", outcome.Result.Description)
		}
		return fmt.Sprint(outcome.Result.Value), nil
	}
}

// read reads one message. It returns what the page said, or nil when it was WebKit that spoke.
func (i *inspector) read(ctx context.Context) (*message, error) {
	if deadline, ok := ctx.Deadline(); ok {
		if err := i.conn.SetReadDeadline(deadline); err != nil {
			return nil, err
		}
	}
	var m message
	if err := i.conn.ReadJSON(&m); err != nil {
		return nil, err
	}
	var news struct {
		Message     string `json:"message"`
		NewTargetID string `json:"newTargetId"`
		TargetID    string `json:"targetId"`
		TargetInfo  struct {
			TargetID      string `json:"targetId"`
			Type          string `json:"type"`
			IsProvisional bool   `json:"isProvisional"`
		} `json:"targetInfo"`
	}
	if m.Params != nil {
		if err := json.Unmarshal(m.Params, &news); err != nil {
			return nil, err
		}
	}
	switch m.Method {
	case "Target.targetCreated":
		if t := news.TargetInfo; t.Type == "page" && !t.IsProvisional {
			i.target = t.TargetID
		}
	case "Target.didCommitProvisionalTarget":
		i.target = news.NewTargetID
	case "Target.dispatchMessageFromTarget":
		if news.TargetID != i.target {
			return nil, nil
		}
		var inner message
		if err := json.Unmarshal([]byte(news.Message), &inner); err != nil {
			return nil, err
		}
		return &inner, nil
	}
	return nil, nil
}

// object is a value that is known to be JSON.
func object(value map[string]any) json.RawMessage {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // texts and truths always are
	}
	return data
}
