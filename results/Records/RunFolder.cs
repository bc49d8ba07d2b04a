namespace Results.Records;

/// <summary>
/// The run that is being measured: each case is on disk as soon as it has finished, so an interrupted run keeps what it measured.
/// Holds results/.run.lock until disposed, so that two runs do not write into the same folder.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _claim;
    private bool _isSealed; // under the gate

    private RunFolder(RunLayout layout, FileStream claim, RunRecord start)
    {
        Layout = layout;
        _claim = claim;
        Record = start;
    }

    public RunLayout Layout { get; }

    /// <summary>The run as measured so far.</summary>
    public RunRecord Record { get; private set; }

    /// <summary>Rotates latest to previous and opens an empty latest. run.json appears with the first case.</summary>
    /// <param name="resultsRoot">The folder that holds latest and previous; made when missing.</param>
    /// <param name="start">Everything known before the first case; its cases are ignored.</param>
    /// <exception cref="RecordException">Another run is going on there, the start holds a value that cannot be, or a folder cannot be
    /// moved.</exception>
    public static RunFolder Begin(string resultsRoot, RunRecord start)
    {
        return Open(resultsRoot, layout =>
        {
            RunRecordFile.Check(start, layout.RunJson);
            RunRotation.MakeRoom(resultsRoot);
            return start with { Complete = false, Cases = [] };
        });
    }

    /// <summary>Opens latest again, to go on with the interrupted run that it holds.</summary>
    /// <param name="resultsRoot">The folder that holds latest and previous.</param>
    /// <param name="start">What <see cref="Begin"/> would be given now; the stored run must be the same but for its cases.</param>
    /// <exception cref="RecordException">Another run is going on there, or there is none that may go on; nothing was changed.</exception>
    public static RunFolder Resume(string resultsRoot, RunRecord start)
    {
        return Open(resultsRoot, layout =>
        {
            RunRecord stored = RunRecordFile.Load(layout.RunJson);
            if (Resumption.Obstacle(stored, start) is { } obstacle)
                throw new RecordException($"{layout.RunJson}: cannot be resumed: {obstacle}");
            AtomicFile.DiscardRemains(layout.Folder);
            AtomicFile.DiscardRemains(layout.Telemetry);
            return stored with { Warnings = [.. stored.Warnings.Union([Resumption.Warning], StringComparer.Ordinal)] };
        });
    }

    private static RunFolder Open(string resultsRoot, Func<RunLayout, RunRecord> start)
    {
        FileStream running = Claim(resultsRoot);
        try
        {
            var layout = RunLayout.Latest(resultsRoot);
            RunRecord record = start(layout);
            OutputFolder.Require(layout.BenchmarkDotNet);
            OutputFolder.Require(layout.Telemetry);
            return new RunFolder(layout, running, record);
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <summary>Appends a case, all its launches at once, and writes run.json: an interruption never leaves a part of them.</summary>
    /// <exception cref="RecordException">The case holds a value that cannot be, and is left out.</exception>
    /// <exception cref="NotWrittenException">run.json cannot be written: it keeps the earlier cases, and the next write has this one
    /// too.</exception>
    public void SaveCase(params IReadOnlyList<CaseRecord> launches) => Save(run => run with { Cases = [.. run.Cases, .. launches] });

    /// <summary>Adds what the reader must know of the whole run; written with the next case or <see cref="Complete"/>.</summary>
    public void Warn(string warning) => Change(run => run with { Warnings = [.. run.Warnings, warning] });

    /// <summary>Writes the timeline of a case.</summary>
    /// <returns>Its path relative to run.json, to be kept in the case's record.</returns>
    public string SaveTimeline(CaseTimeline timeline, int launch)
    {
        string name = CaseTimelineFile.NameFor(timeline.Case, timeline.Regime, launch);
        lock (_gate)
        {
            RefuseIfSealed();
            CaseTimelineFile.Save(timeline, Path.Combine(Layout.Telemetry, name));
        }

        return Path.GetFileName(Layout.Telemetry) + "/" + name;
    }

    /// <summary>Notes the priorities of both sides; written with the next case or <see cref="Complete"/>.</summary>
    public void Note(ProcessPriorities priorities) => Change(run => run with { Priorities = priorities });

    /// <summary>Keeps what the instrument's checks of itself found; written with the next case or <see cref="Complete"/>.</summary>
    public void Note(IReadOnlyList<CheckRecord> validity) => Change(run => run with { Validity = validity });

    /// <summary>Marks the run as gone through to its end, whether or not every planned case could be measured.</summary>
    public void Complete() => Save(run => run with { Complete = true });

    /// <summary>
    /// Lets a write that has begun come to its end, and no other begin: from now on each is refused with an
    /// <see cref="OperationCanceledException"/>, and what is on disk stays as it is. For a process that is about to end.
    /// </summary>
    public void Seal()
    {
        lock (_gate)
            _isSealed = true;
    }

    /// <summary>To be asked before something is begun whose result would have to be saved.</summary>
    /// <exception cref="OperationCanceledException">It is sealed.</exception>
    public void RequireOpen()
    {
        lock (_gate)
            RefuseIfSealed();
    }

    public void Dispose() => _claim.Dispose();

    private void RefuseIfSealed()
    {
        if (_isSealed)
            throw new OperationCanceledException($"{Layout.RunJson}: the run was ended, and keeps what it has.");
    }

    private void Change(Func<RunRecord, RunRecord> change)
    {
        lock (_gate)
        {
            RefuseIfSealed();
            Record = change(Record);
        }
    }

    private void Save(Func<RunRecord, RunRecord> change)
    {
        lock (_gate)
        {
            RefuseIfSealed();
            RunRecord changed = change(Record);
            RunRecordFile.Check(changed, Layout.RunJson);
            // Kept although the disk may refuse it now: the next case's write brings it along.
            Record = changed;
            RunRecordFile.Save(changed, Layout.RunJson);
        }
    }

    /// <summary>Keeps runs out of a results folder until disposed.</summary>
    /// <exception cref="RecordException">A run is going on there, or it is no folder that can be written.</exception>
    public static FileStream Claim(string resultsRoot)
    {
        string path = Path.Combine(resultsRoot, ".run.lock");
        try
        {
            Directory.CreateDirectory(resultsRoot);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{resultsRoot}: cannot be made a results folder ({e.Message}); choose another one", e);
        }

        try
        {
            // The file stays: between its removal and a third run's new one, two runs could each hold a file of that name. A killed run's
            // is free at once.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: cannot be held ({e.Message}); wait for the other run to end, or choose another results folder", e);
        }
    }
}
