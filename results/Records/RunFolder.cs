namespace Results.Records;

/// <summary>
/// The run that is being measured. Each case is written when it has finished, so an interrupted run keeps its measurements. It locks
/// results/.run.lock until disposed, so that two runs do not write to the same folder.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _claim;
    private readonly string _root;
    private readonly bool _rotated; // whether the latest run became the previous one when this run began
    private bool _isSealed; // under the gate

    private RunFolder(string root, FileStream claim, (RunRecord Record, bool Rotated) start)
    {
        (_root, _claim, Layout) = (root, claim, RunLayout.Latest(root));
        (Record, _rotated) = start;
    }

    public RunLayout Layout { get; }

    /// <summary>The run as measured so far.</summary>
    public RunRecord Record { get; private set; }

    /// <summary>
    /// Moves latest to previous, if it has measured something, and creates an empty latest. run.json is written with the first case. The
    /// old previous is removed when this run has measured something, and not before.
    /// </summary>
    /// <param name="resultsRoot">The folder of latest and previous. It is created if it does not exist.</param>
    /// <param name="start">All that is known before the first case. Its cases are ignored.</param>
    /// <exception cref="RecordException">Another run uses the folder, the start has an impossible value, or a
    /// folder cannot be moved.</exception>
    public static RunFolder Begin(string resultsRoot, RunRecord start)
    {
        return Open(resultsRoot, layout =>
        {
            RunRecordFile.Check(start, layout.RunJson);
            bool rotated = RunRotation.MakeRoom(resultsRoot);
            return (start with { Complete = false, Cases = [] }, rotated);
        });
    }

    /// <summary>Opens latest again, to resume its run: it was interrupted, or some of its cases failed.</summary>
    /// <param name="resultsRoot">The folder of latest and previous.</param>
    /// <param name="start">The same as for <see cref="Begin"/>. The stored run must be equal, except for its cases.</param>
    /// <exception cref="RecordException">Another run uses the folder, or there is no run to resume. Nothing was changed.</exception>
    public static RunFolder Resume(string resultsRoot, RunRecord start)
    {
        return Open(resultsRoot, layout =>
        {
            RunRecord stored = RunRecordFile.Load(layout.RunJson);
            if (Resumption.Obstacle(stored, start) is { } obstacle)
                throw new RecordException($"{layout.RunJson}: cannot be resumed: {obstacle}");
            AtomicFile.DiscardRemains(layout.Folder);
            AtomicFile.DiscardRemains(layout.Telemetry);
            return (Resumption.Resumed(stored), false);
        });
    }

    private static RunFolder Open(string resultsRoot, Func<RunLayout, (RunRecord Record, bool Rotated)> start)
    {
        FileStream running = Claim(resultsRoot);
        try
        {
            var layout = RunLayout.Latest(resultsRoot);
            (RunRecord, bool) started = start(layout);
            OutputFolder.Require(layout.BenchmarkDotNet);
            OutputFolder.Require(layout.Telemetry);
            return new RunFolder(resultsRoot, running, started);
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <summary>Appends a case with all its launches and writes run.json. An interruption never leaves a part of them.</summary>
    /// <exception cref="RecordException">The case has an impossible value and is left out.</exception>
    /// <exception cref="NotWrittenException">run.json cannot be written. It keeps the earlier cases, and the next
    /// write includes this one.</exception>
    public void SaveCase(params IReadOnlyList<CaseRecord> launches) => Save(run => run with { Cases = [.. run.Cases, .. launches] });

    /// <summary>Adds a warning about the whole run. It is written with the next case or <see cref="Complete"/>.</summary>
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

    /// <summary>Stores the priorities of both sides. They are written with the next case or <see cref="Complete"/>.</summary>
    public void Note(ProcessPriorities priorities) => Change(run => run with { Priorities = priorities });

    /// <summary>Stores the results of the instrument's checks. They are written with the next case or <see cref="Complete"/>.</summary>
    public void Note(IReadOnlyList<CheckRecord> validity) => Change(run => run with { Validity = validity });

    /// <summary>Marks the run as complete, even if some planned cases could not be measured.</summary>
    public void Complete() => Save(run => run with { Complete = true });

    /// <summary>
    /// Waits for a running write and prevents further ones: each throws an <see cref="OperationCanceledException"/>, and the files stay as
    /// they are. For a process that is about to exit.
    /// </summary>
    public void Seal()
    {
        lock (_gate)
            _isSealed = true;
    }

    /// <summary>Call this before work whose result must be saved.</summary>
    /// <exception cref="OperationCanceledException">It is sealed.</exception>
    public void RequireOpen()
    {
        lock (_gate)
            RefuseIfSealed();
    }

    /// <summary>
    /// For a run that could not begin: latest and previous are again what they were before it. It seals the folder. A resumed run moved
    /// nothing.
    /// </summary>
    /// <exception cref="RecordException">A folder cannot be moved.</exception>
    public void TakeBack()
    {
        Seal();
        if (_rotated && !Record.Cases.Any(Resumption.IsMeasured))
            RunRotation.TakeBack(_root);
    }

    public void Dispose() => _claim.Dispose();

    private void RefuseIfSealed()
    {
        if (_isSealed)
            throw new OperationCanceledException($"{Layout.RunJson}: the run was ended and keeps its measurements.");
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
            // Kept in memory even if the disk refuses it now: the next write includes it.
            Record = changed;
            RunRecordFile.Save(changed, Layout.RunJson);
            if (changed.Cases.Any(Resumption.IsMeasured))
                RunRotation.Settle(_root);
        }
    }

    /// <summary>Locks a results folder until disposed.</summary>
    /// <exception cref="RecordException">A run uses the folder, or it cannot be written.</exception>
    public static FileStream Claim(string resultsRoot)
    {
        string path = Path.Combine(resultsRoot, ".run.lock");
        try
        {
            Directory.CreateDirectory(resultsRoot);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{resultsRoot}: cannot be used as a results folder ({e.Message}); choose another one", e);
        }

        try
        {
            // The file is not removed. Otherwise, two runs could each lock a different file of this name. The lock of a killed run is
            // released at once.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(
                $"{path}: cannot be held ({e.Message}); wait for the other run to end, or choose another results folder", e);
        }
    }
}
