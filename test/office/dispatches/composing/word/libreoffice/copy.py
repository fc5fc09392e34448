"""Opens documents in a running LibreOffice, copies all of each and keeps what is on the clipboard as HTML.

soffice --headless --norestore '--accept=socket,host=127.0.0.1,port=2002;urp' &
python3 copy.py changes.fodt decision.fodt fonts.fodt report.fodt    # Debian: python3-uno
"""

import sys
from pathlib import Path

import uno

local = uno.getComponentContext()
resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
office = resolver.resolve("uno:socket,host=127.0.0.1,port=2002;urp;StarOffice.ComponentContext")


def service(name):
    return office.ServiceManager.createInstanceWithContext(name, office)


desktop = service("com.sun.star.frame.Desktop")
for path in map(Path, sys.argv[1:]):
    document = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, ())
    frame = document.getCurrentController().getFrame()
    # The first of three selects a cell, where the document begins with a table.
    for command in ["SelectAll", "SelectAll", "SelectAll", "Copy"]:
        service("com.sun.star.frame.DispatchHelper").executeDispatch(frame, f".uno:{command}", "", 0, ())
    copied = service("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
    html = next(one for one in copied.getTransferDataFlavors() if one.MimeType == "text/html")
    target = Path(__file__).parent.parent / "clipboard" / f"libreoffice-7.4.7-{path.stem}.html"
    target.write_bytes(copied.getTransferData(html).value.rstrip(b"\0"))
    document.close(True)
