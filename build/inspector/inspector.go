// Package inspector speaks to the page of a running window through WebKit's remote inspector, which
// the program as people get it answers too, where the environment asks for it.
package inspector

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"regexp"
	"time"

	"github.com/gorilla/websocket"
)

// Page is the page of a running window.
type Page struct {
	conn   *websocket.Conn
	target string // the page; WebKit may replace it while it starts
	last   int    // identifier of the last message
}

// Variable makes WebKit listen for inspectors on an address.
const Variable = "WEBKIT_INSPECTOR_HTTP_SERVER"

// ErrGone says that the page was replaced by another one before it answered.
var ErrGone = errors.New("the page was replaced")

// pagePath finds the path of the first page in the list that WebKit serves for people.
var pagePath = regexp.MustCompile(`/socket/\d+/\d+/WebPage`)

// Attach waits for the page of a program that is starting, and connects to it. It looks for the
// page in WebKit's list first: to connect to one that is not there yet makes WebKit crash.
func Attach(ctx context.Context, address string) (*Page, error) {
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
	p := &Page{conn: conn}
	for p.target == "" {
		if _, err := p.read(ctx); err != nil {
			return nil, errors.Join(fmt.Errorf("attach to the page: %w", err), conn.Close())
		}
	}
	return p, nil
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

// Close ends the conversation; the window stays.
func (p *Page) Close() { _ = p.conn.Close() }

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

// Evaluate returns the text that an expression gives in the page. It fails with ErrGone when the
// page was replaced meanwhile.
func (p *Page) Evaluate(ctx context.Context, expression string) (string, error) {
	result, err := p.Command(ctx, "Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true})
	if err != nil {
		return "", err
	}
	var outcome struct {
		Result struct {
			Value       any    `json:"value"`
			Description string `json:"description"`
		} `json:"result"`
		WasThrown bool `json:"wasThrown"`
	}
	if err := json.Unmarshal(result, &outcome); err != nil {
		return "", err
	}
	if outcome.WasThrown {
		return "", fmt.Errorf("in the page: %s", outcome.Result.Description)
	}
	return fmt.Sprint(outcome.Result.Value), nil
}

// Await asks the page until an expression is true, also where the page is replaced meanwhile.
func (p *Page) Await(ctx context.Context, expression string) error {
	return Poll(ctx, 20*time.Millisecond, func() (bool, error) {
		answer, err := p.Evaluate(ctx, expression)
		return answer == "true", err
	})
}

// Command sends the page a command of the protocol and returns its result. It fails with ErrGone
// when the page was replaced meanwhile.
func (p *Page) Command(ctx context.Context, method string, params map[string]any) (json.RawMessage, error) {
	p.last++
	id, target := p.last, p.target
	inner, err := json.Marshal(message{ID: id, Method: method, Params: object(params)})
	if err != nil {
		return nil, err
	}
	err = p.conn.WriteJSON(message{ID: id, Method: "Target.sendMessageToTarget", Params: object(map[string]any{
		"targetId": target, "message": string(inner),
	})})
	if err != nil {
		return nil, err
	}
	for {
		answer, err := p.read(ctx)
		switch {
		case err != nil:
			return nil, err
		case p.target != target:
			return nil, ErrGone
		case answer == nil || answer.ID != id:
			continue
		case answer.Error != nil:
			return nil, errors.New(answer.Error.Message)
		}
		return answer.Result, nil
	}
}

// Poll asks until the answer is yes, and over again where the page was replaced meanwhile.
func Poll(ctx context.Context, pause time.Duration, ask func() (bool, error)) error {
	for {
		done, err := ask()
		if err != nil && !errors.Is(err, ErrGone) {
			return err
		}
		if done && err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause):
		}
	}
}

// FreeAddress returns an address of this machine at which nothing listens. Its port is below those that
// systems give to connections, so that nobody gets it who does not ask for it.
func FreeAddress(ctx context.Context) (string, error) {
	const lowest, highest, enough = 20_000, 32_000, 100
	var config net.ListenConfig
	var errs []error
	for range enough {
		address := fmt.Sprintf("127.0.0.1:%d", lowest+rand.IntN(highest-lowest))
		listener, err := config.Listen(ctx, "tcp", address)
		if err == nil {
			return address, listener.Close()
		}
		errs = append(errs, err)
	}
	return "", fmt.Errorf("find a free port: %w", errors.Join(errs...))
}

// read reads one message. It returns what the page said, or nil when it was WebKit that spoke.
func (p *Page) read(ctx context.Context) (*message, error) {
	if deadline, ok := ctx.Deadline(); ok {
		if err := p.conn.SetReadDeadline(deadline); err != nil {
			return nil, err
		}
	}
	var m message
	if err := p.conn.ReadJSON(&m); err != nil {
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
			p.target = t.TargetID
		}
	case "Target.didCommitProvisionalTarget":
		p.target = news.NewTargetID
	case "Target.dispatchMessageFromTarget":
		if news.TargetID != p.target {
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
